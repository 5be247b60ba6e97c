//! The editions of the form are complete, and their relations name what they have.
use gouji::form::{Axis, Form, Labelled};

#[test]
fn every_edition_can_be_read() {
    for (name, source) in [("2019", include_str!("../src/form/2019.md")), ("2021", include_str!("../src/form/2021.md"))]
    {
        let form = Form::parse(source).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(form.name, name);
        assert_eq!(form.sections.len(), 6, "{name}");
    }
    assert_eq!(Form::all().len(), 2);
}

/// The counts of 国办公开办函〔2019〕60号 and 〔2021〕30号.
#[test]
fn every_edition_has_its_numbers() {
    let numbers = |form: &Form| form.tables().map(|(_, table)| table.numbers()).collect::<Vec<_>>();
    assert_eq!(Form::all().iter().map(numbers).collect::<Vec<_>>(), [[22, 161, 15], [10, 175, 15]]);
}

#[test]
fn a_year_has_one_edition() {
    let name = |year| Form::for_year(year).map(|form| form.name.as_str());
    assert_eq!(
        [2018, 2019, 2020, 2021, 2030].map(name),
        [None, Some("2019"), Some("2019"), Some("2021"), Some("2021")]
    );
}

#[test]
fn every_sum_holds_on_the_lines_it_should() {
    for form in Form::all() {
        let (_, three) = form.tables().nth(1).unwrap();
        let sizes: Vec<_> = three.relations.iter().map(|r| (r.axis, r.left.len(), r.right.len())).collect();
        let details = three.rows.len() - 4;
        assert_eq!(sizes, [(Axis::Column, 2, 2), (Axis::Column, 1, details), (Axis::Row, 1, 6)], "{}", form.name);
        let (_, four) = form.tables().nth(2).unwrap();
        assert_eq!(four.relations.len(), 3);
        assert_eq!(three.carried, Some((1, three.rows.len() - 1)));
    }
}

#[test]
fn paths_are_those_of_the_contract() {
    let (_, three) = Form::latest().tables().nth(1).unwrap();
    assert_eq!(three.rows[4].joined(), "三、本年度办理结果/（三）不予公开/1.属于国家秘密");
    assert_eq!(three.columns(4)[1].joined(), "法人或其他组织/商业企业");
    let (_, two) = Form::all()[0].tables().next().unwrap();
    assert_eq!(two.columns(2)[1].joined(), "本年增/减");
    assert!(two.columns(2)[1].signed && !two.columns(2)[0].signed);
}

#[test]
fn a_slip_in_a_form_is_named_with_its_line() {
    let error = |source: &str| Form::parse(source).unwrap_err();
    let table = "## 三、表\n| 项目 | 甲 | 乙 |\n|---|\n| 行 |\n";
    assert_eq!(error(&format!("{table}- 每行：乙 = 丙")), "第 5 行：没有“丙”");
    assert!(error(&format!("{table}- 每月：乙 = 甲")).starts_with("第 5 行"));
    assert!(error("| a |").starts_with("第 1 行"));
    assert!(error("").contains("没有章节"));
}

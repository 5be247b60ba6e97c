//! The generator of reports is itself held to what it promises: tables that agree, and positions that are right.
mod support;

use std::collections::HashSet;
use support::{Edition, Fact, Fault, Layout, Rng, Style, Which, draft::Body, mutate, render};

const SEEDS: std::ops::Range<u64> = 0..500;

/// The relations of the form, written out once more and as plainly as possible.
#[test]
fn tables_agree() {
    for seed in SEEDS {
        let model = support::draft(seed).model;
        let rows = &model.three;
        let total = rows.len() - 2;
        for row in rows {
            assert_eq!(row[0] + row[1] + row[2] + row[3] + row[4] + row[5], row[6], "{seed}");
        }
        for column in 0..7 {
            let results: u64 = rows[2..total].iter().map(|row| row[column]).sum();
            assert_eq!(results, rows[total][column], "{seed}");
            assert_eq!(rows[0][column] + rows[1][column], rows[total][column] + rows[total + 1][column], "{seed}");
        }
        for block in model.four.chunks(5) {
            assert_eq!(block[..4].iter().sum::<u64>(), block[4], "{seed}");
        }
        let [made, repealed, valid] = model.two.documents;
        if model.edition == Edition::E2021 {
            assert!(valid + repealed >= made, "{seed}");
        }
        if !model.organ.makes_rules() {
            assert!(model.two.cells[0].iter().all(|cell| cell == "0"), "{seed}");
        }
    }
}

/// 10 + 175 + 15 and 22 + 161 + 15 numbers.
#[test]
fn forms_have_the_official_size() {
    let size = |edition: Edition| Which::ALL.map(|table| edition.cells(table).len());
    assert_eq!(size(Edition::E2021), [10, 175, 15]);
    assert_eq!(size(Edition::E2019), [22, 161, 15]);
    for edition in [Edition::E2019, Edition::E2021] {
        let cells = Which::ALL.iter().flat_map(|&table| edition.cells(table));
        let names: HashSet<_> =
            cells.clone().map(|cell| (cell.table, edition.row(cell.table, cell.row), edition.column(cell))).collect();
        assert_eq!(names.len(), cells.count(), "two cells of one name");
    }
}

/// What the text tells stands in the tables.
#[test]
fn text_agrees_with_tables() {
    let mut told = 0;
    for seed in SEEDS {
        let mut draft = support::draft(seed);
        let model = draft.model.clone();
        for piece in draft.told_mut().into_iter().filter(|piece| piece.fact != Some(Fact::Listed)) {
            assert_eq!(mutate::number(&piece.text), model.value(piece.fact.unwrap()), "{seed}: {:?}", piece.fact);
            told += 1;
        }
    }
    assert!(told > 1000);
}

/// Every number of the tables and of the text stands where the rendering says.
#[test]
fn renderings_know_their_numbers() {
    for seed in SEEDS {
        let mut draft = support::draft(seed);
        let fault = mutate::blank(&mut draft, &mut Rng::new(seed));
        let edition = draft.edition();
        let layout = Layout::ALL[seed as usize % 7];
        let (style, rendered) = render::random(&draft, layout, seed);
        for table in Which::ALL {
            for cell in edition.cells(table) {
                let at = rendered.at(cell).expect("rendered");
                assert_eq!(&rendered.source[at], draft.cell_mut(cell).as_str(), "{seed} {layout:?} {cell:?}");
            }
        }
        let places: Vec<_> =
            rendered.told.iter().map(|(fact, at)| (*fact, rendered.source[at.clone()].to_owned())).collect();
        let told: Vec<_> = draft.told_mut().iter().map(|piece| (piece.fact.unwrap(), piece.text.clone())).collect();
        assert_eq!(places, told, "{style:?}");
        for (index, (_, written)) in told.iter().enumerate() {
            let (paragraph, range) = render::paragraph_of(&draft, &style, index);
            assert_eq!(&paragraph[range], written);
        }
        let Fault::Cell { cell, .. } = fault else { unreachable!() };
        assert!(rendered.at(cell).unwrap().is_empty());
    }
}

/// Merged cells cover each place of the grid once.
#[test]
fn grids_are_whole() {
    for seed in 0..40 {
        let draft = support::draft(seed);
        let style = Style::random(Layout::Html, &mut Rng::new(seed));
        for which in Which::ALL {
            let grid = render::grid::grid(&draft, draft.table(which), &style);
            let width: usize = grid[0].iter().map(|cell| cell.span.1).sum();
            let mut covered = vec![0; width];
            for row in &grid {
                for cell in row {
                    let free = covered.iter().position(|&rows| rows == 0).expect("a free place");
                    for place in &mut covered[free..free + cell.span.1] {
                        assert_eq!(*place, 0, "{which:?}");
                        *place = cell.span.0;
                    }
                }
                assert!(covered.iter().all(|&rows| rows > 0), "{which:?}: a gap");
                covered.iter_mut().for_each(|rows| *rows -= 1);
            }
            assert!(covered.iter().all(|&rows| rows == 0), "{which:?}: a cell hangs out below");
        }
    }
}

/// A fault changes what it says, and nothing else.
#[test]
fn faults_are_single() {
    for seed in SEEDS {
        let clean = support::draft(seed);
        let mut rng = Rng::new(seed);
        let mut draft = clean.clone();
        let Fault::Cell { cell, was, now } = mutate::three(&mut draft, &mut rng) else { unreachable!() };
        assert_ne!(was, now);
        assert_eq!(*draft.cell_mut(cell), now);
        mutate::set(&mut draft, cell, was);
        assert_eq!(draft.blocks, clean.blocks);
        let facts = [Fact::New, Fact::CarriedIn, Fact::Answered, Fact::CarriedOut];
        if let Some(Fault::Told { index, was, now, .. }) = mutate::told(&mut draft, &facts, &mut rng) {
            assert_ne!(mutate::number(&was), mutate::number(&now));
            draft.told_mut()[index].text = was;
            assert_eq!(draft.blocks, clean.blocks);
        }
    }
}

/// The same seed gives the same report; others give others, of all kinds.
#[test]
fn reports_vary() {
    assert_eq!(support::draft(7).text(), support::draft(7).text());
    let drafts: Vec<_> = SEEDS.map(support::draft).collect();
    let preambles = drafts.iter().filter(|draft| matches!(draft.blocks[1].1, Body::Paragraph(_))).count();
    assert!((300..480).contains(&preambles), "{preambles} with a preamble");
    let texts: HashSet<String> = drafts.iter().map(support::Draft::text).collect();
    assert_eq!(texts.len(), drafts.len());
    let none = drafts.iter().filter(|draft| draft.model.value(Fact::All) == 0).count();
    assert!((30..180).contains(&none), "{none} without an application");
    let many = drafts.iter().filter(|draft| draft.model.value(Fact::All) > 500).count();
    assert!(many > 15, "{many} with many applications");
}

//! Radicals of dictionaries that stand for the characters they look like, as some programs write them into PDFs.

/// The characters of the 214 Kangxi radicals, U+2F00 to U+2FD5, in order; ⼾ is 户, as fonts for the mainland draw it.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干\
幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛\
矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門\
阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The characters of the radicals U+2E80 to U+2EF3, in order; 〇 where none is assigned.
const SUPPLEMENT: &str = "⺀厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄心扌攵〇旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糸纟罓罒罓罓罓羊羊羊耂肀聿\
肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// The character that a radical stands for; any other is itself.
pub fn unified(char: char) -> char {
    let nth = |characters: &str, first: char| characters.chars().nth((char as usize) - (first as usize));
    match char {
        '\u{2F00}'..='\u{2FD5}' => nth(KANGXI, '\u{2F00}').unwrap_or(char),
        '\u{2E80}'..='\u{2EF3}' => nth(SUPPLEMENT, '\u{2E80}').unwrap_or(char),
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_the_characters_they_look_like() {
        let written = "⼈⺠政府⻔⼾⽂件⻓⻛⻋⻚⿕⻳";
        assert_eq!(written.chars().map(unified).collect::<String>(), "人民政府门户文件长风车页龠龟");
        assert_eq!((KANGXI.chars().count(), SUPPLEMENT.chars().count()), (214, 116));
    }
}

//! The table of complaints claims nothing that no test holds.

use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of every test, file by file.
fn tests() -> Vec<String> {
    ["tests/native", "tests/site", "tests/journeys"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The rows of the table: the number, and the tests named in the last column.
fn rows() -> Vec<(u32, Vec<String>)> {
    let table = fs::read_to_string(root().join("docs/complaints.md")).unwrap();
    let cells = table.lines().filter(|line| line.starts_with("| ")).map(|line| line.split('|').collect::<Vec<_>>());
    let rows = cells.filter_map(|cells| {
        let number = cells.get(1)?.trim().parse().ok()?;
        let names = cells.get(5)?.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        Some((number, names))
    });
    rows.collect()
}

#[test]
fn the_table_has_the_rows_that_are_claimed() {
    let numbers: Vec<u32> = rows().into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25]);
}

#[test]
fn every_row_has_tests_that_exist_and_name_it() {
    let tests = tests();
    for (number, names) in rows() {
        assert!(!names.is_empty(), "row {number} names a test");
        for name in names {
            let definition = format!("fn {name}(");
            let found = tests.iter().find_map(|text| Some((text, text.find(&definition)?)));
            let (text, at) = found.unwrap_or_else(|| panic!("row {number} names `{name}`, which is no test"));
            let comment = text[..at].rsplit("\n\n").next().unwrap();
            let named = [format!("Complaint {number},"), format!("Complaint {number} "), format!("and {number},")];
            assert!(named.iter().any(|words| comment.contains(words)), "`{name}` names complaint {number}");
        }
    }
}

/// The rows of what people of this trade run into: their names, and the tests.
fn reported() -> Vec<(Vec<String>, Vec<String>)> {
    let table = fs::read_to_string(root().join("docs/complaints.md")).unwrap();
    let rows = table
        .split("## What people of this trade run into")
        .nth(1)
        .unwrap()
        .lines()
        .filter(|line| line.starts_with("| "));
    let names = |cell: &str| -> Vec<String> { cell.split(", ").map(|name| name.trim().to_owned()).collect() };
    rows.skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split('|').collect();
            (names(cells[1]), cells[5].split('`').skip(1).step_by(2).map(str::to_owned).collect())
        })
        .collect()
}

#[test]
fn every_reported_row_has_tests_that_exist_and_are_named_after_it() {
    let tests: Vec<String> =
        tests().into_iter().chain([fs::read_to_string(root().join("src/page/alphabet.rs")).unwrap()]).collect();
    let rows = reported();
    assert!(rows.len() >= 30, "{}", rows.len());
    for (rows, names) in rows {
        assert!(!names.is_empty(), "{rows:?} has tests");
        for name in names {
            assert!(tests.iter().any(|text| text.contains(&format!("fn {name}("))), "`{name}` is a test");
            assert!(rows.iter().all(|row| name.contains(&row.to_lowercase())), "`{name}` is named after {rows:?}");
        }
    }
}

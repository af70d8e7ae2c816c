//! What is compressed unpacks to what it was, however hard it was compressed.

use std::io::Read;

use backgrounder::site::{Strength, pack, table};

#[test]
fn both_strengths_unpack_to_the_same_and_the_stronger_is_smaller() {
    let text = include_str!("../../stories/oman-talks/article.md");
    let [full, quick] =
        [Strength::Full, Strength::Quick].map(|strength| pack("a.html", text.as_bytes(), strength).unwrap().unwrap());
    for packed in [&full, &quick] {
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(&packed.gzip[..]).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        unpacked.clear();
        brotli::Decompressor::new(&packed.brotli[..], 4096).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
    }
    assert!(full.brotli.len() < quick.brotli.len() && full.gzip.len() < quick.gzip.len());
}

#[test]
fn what_gains_nothing_is_left_alone() {
    assert_eq!(pack("a.png", b"0000000000", Strength::Full).unwrap(), None);
}

#[test]
fn the_table_names_every_file_with_its_weights() {
    let weight = pack("page.html", b"aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Full).unwrap().unwrap().weight();
    let table = table(std::slice::from_ref(&weight));
    let row: Vec<&str> = table.lines().last().unwrap().split_whitespace().collect();
    let sizes = [weight.raw, weight.gzip, weight.brotli].map(|size| size.to_string());
    assert_eq!(row, ["page.html", &sizes[0], &sizes[1], &sizes[2]]);
}

//! Reading charts: values over time, limits, and times for which nobody knows.
//!
//! Deliberately absent: values below zero, which no picture here has room for.

use super::fields::Fields;
use super::markdown::Cover;
use super::problem::Complaint;
use super::sheet::Kind;
use crate::story::{Bound, Chart, ClaimId, Date, Limit, Measure, Shape, Unknown};

pub(super) fn chart(fields: Fields<'_>) -> Option<Chart> {
    let unit = fields.words("unit");
    let shape = fields.choice("shape", &Shape::ALL);
    let limits = fields.each("limit", "[[figure.chart.limit]]", limit);
    let values: Option<Vec<Measure>> = fields.each("value", "[[figure.chart.value]]", measure);
    let unknown = fields.each("unknown", "[[figure.chart.unknown]]", unknown);
    if let Some(label) = values.as_ref().and_then(|values| disorder(values)) {
        let complaint = Complaint::new(
            "[figure.chart] needs values in the order of their dates",
            label,
            "write a [[figure.chart.value]] for each, the oldest first",
        );
        fields.sheet().complain(fields.span(), complaint);
    }
    fields.finish();
    Some(Chart { unit: unit?, shape: shape?, limits: limits?, values: values?, unknown: unknown? })
}

/// Which value is not where it belongs; nothing where all are.
fn disorder(values: &[Measure]) -> Option<String> {
    if values.is_empty() {
        return Some("no value".into());
    }
    let pair = values.windows(2).find(|pair| pair[1].date.start() < pair[0].date.start())?;
    Some(format!("{} is older than {}, which stands above it", pair[1].value.printed, pair[0].value.printed))
}

fn limit(fields: Fields<'_>) -> Option<Limit> {
    let value = fields.quantity("value");
    let name = fields.words("name");
    let date = period(&fields);
    let claim = fields.mention("claim", Kind::Claim);
    fields.finish();
    Some(Limit { value: value?, name: name?, date: date?, claim: ClaimId::new(claim?) })
}

fn measure(fields: Fields<'_>) -> Option<Measure> {
    let value = fields.quantity("value");
    let bound = fields.maybe_choice("bound", &Bound::WRITTEN).unwrap_or_default();
    let date = fields.date("date");
    let text = fields.text("text", Cover::Free);
    let claim = fields.mention("claim", Kind::Claim);
    fields.finish();
    Some(Measure { value: value?, bound, date: date?, text: text?, claim: ClaimId::new(claim?) })
}

fn unknown(fields: Fields<'_>) -> Option<Unknown> {
    let date = period(&fields);
    let text = fields.text("text", Cover::Free);
    let claim = fields.maybe_mention("claim", Kind::Claim).map(ClaimId::new);
    fields.finish();
    Some(Unknown { date: date?, text: text?, claim })
}

/// A date that has a beginning and an end.
fn period(fields: &Fields<'_>) -> Option<Date> {
    let date = fields.date("date")?;
    if date.to.is_none() {
        let complaint = Complaint::new(
            format!("{} needs a beginning and an end", fields.name),
            "no end",
            "write `date` as in \"2016-01-16/2025-10-18\"",
        );
        fields.sheet().complain(fields.span(), complaint);
        return None;
    }
    Some(date)
}

//! How far the journeys are, and where their time went.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::support::root;

/// How often progress is printed.
const EVERY: Duration = Duration::from_secs(30);

/// How many of the slowest are named.
const SLOWEST: usize = 20;

/// Where the times of the last run are kept.
const TIMES: &str = "target/journeys.tsv";

/// A journey that was made.
struct Made {
    name: String,
    whole: Duration,
    opening: Duration,
}

/// What is known of all journeys of a run.
pub struct Report {
    begun: Instant,
    /// How long each took when it was last made, in seconds; one that is new is given the mean of the others.
    before: BTreeMap<String, f64>,
    asked: Vec<String>,
    told: Mutex<Instant>,
    made: Mutex<Vec<Made>>,
}

impl Report {
    /// A report on these journeys.
    pub fn new(asked: Vec<String>) -> Self {
        let begun = Instant::now();
        Self { begun, before: times_before(), asked, told: Mutex::new(begun), made: Mutex::default() }
    }

    /// Notes a journey, and tells now and then how far they are.
    pub fn note(&self, name: String, whole: Duration, opening: Duration) {
        let mut made = self.made.lock().unwrap();
        made.push(Made { name, whole, opening });
        let mut told = self.told.lock().unwrap();
        if told.elapsed() > EVERY {
            *told = Instant::now();
            println!("-- {}", self.how_far(&made));
        }
    }

    fn how_far(&self, made: &[Made]) -> String {
        let elapsed = self.begun.elapsed();
        let far = format!("{} of {} journeys after {}", made.len(), self.asked.len(), clock(elapsed));
        let mean = self.before.values().sum::<f64>() / self.before.len() as f64;
        let usual = |name: &str| self.before.get(name).copied().unwrap_or(mean);
        let done: f64 = made.iter().map(|one| usual(&one.name)).sum();
        let all: f64 = self.asked.iter().map(|name| usual(name)).sum();
        // Nothing is promised where nothing is known of an earlier run.
        if done > 0.0 {
            format!("{far}; about {} to go", clock(elapsed.mul_f64((all / done - 1.0).max(0.0))))
        } else {
            far
        }
    }

    /// Saves how long each journey took, for how long the next run may take. Of those that are no longer there nothing
    /// is kept.
    pub fn save(&self, all: &[String]) {
        let mut times = self.before.clone();
        times.retain(|name, _| all.contains(name));
        times.extend(self.made.lock().unwrap().iter().map(|one| (one.name.clone(), one.whole.as_secs_f64())));
        let lines: String = times.iter().map(|(name, seconds)| format!("{name}\t{seconds:.1}\n")).collect();
        std::fs::write(root().join(TIMES), lines).unwrap();
    }

    /// Prints the slowest, the sum by file, and what opening browsers cost.
    pub fn print(&self) {
        let mut made = self.made.lock().unwrap();
        made.sort_by_key(|one| std::cmp::Reverse(one.whole));
        println!("\nThe slowest journeys, in seconds:");
        for one in made.iter().take(SLOWEST) {
            println!("{:8.1}  {}", one.whole.as_secs_f64(), one.name);
        }
        let mut files: BTreeMap<&str, (usize, Duration, Duration)> = BTreeMap::new();
        for one in made.iter() {
            let sum = files.entry(one.name.split("::").next().unwrap_or_default()).or_default();
            *sum = (sum.0 + 1, sum.1 + one.whole, sum.2 + one.opening);
        }
        println!("\nBy file: journeys, seconds, of these until the browser was open:");
        for (file, (count, whole, opening)) in files {
            println!("{count:5} {:8.1} {:8.1}  {file}", whole.as_secs_f64(), opening.as_secs_f64());
        }
        let sum = |of: fn(&Made) -> Duration| made.iter().map(of).sum::<Duration>();
        let (whole, opening) = (sum(|one| one.whole), sum(|one| one.opening));
        println!("{:5} {:8.1} {:8.1}  all", made.len(), whole.as_secs_f64(), opening.as_secs_f64());
        println!("It took {}.", clock(self.begun.elapsed()));
    }
}

/// Minutes and seconds.
fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

fn times_before() -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string(root().join(TIMES)).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, seconds)| Some((name.to_owned(), seconds.parse().ok()?)))
        .collect()
}

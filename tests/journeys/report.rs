//! How far the journeys are, and where their time went.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How often it is told how far one is.
const EVERY: Duration = Duration::from_secs(30);

/// How many of the slowest are named.
const SLOWEST: usize = 20;

/// A journey that was made.
struct Made {
    name: String,
    whole: Duration,
    opening: Duration,
}

/// What is known of all journeys of a run.
pub struct Report {
    begun: Instant,
    all: usize,
    told: Mutex<Instant>,
    done: AtomicUsize,
    made: Mutex<Vec<Made>>,
}

impl Report {
    /// A report on so many journeys.
    pub fn new(all: usize) -> Self {
        let begun = Instant::now();
        Self { begun, all, told: Mutex::new(begun), done: AtomicUsize::new(0), made: Mutex::default() }
    }

    /// Notes a journey, and tells now and then how far they are.
    pub fn note(&self, name: String, whole: Duration, opening: Duration) {
        self.made.lock().unwrap().push(Made { name, whole, opening });
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let mut told = self.told.lock().unwrap();
        if told.elapsed() > EVERY {
            *told = Instant::now();
            let left = self.begun.elapsed() * u32::try_from(self.all - done).unwrap() / u32::try_from(done).unwrap();
            println!(
                "-- {done} of {} journeys after {}; about {} to go",
                self.all,
                clock(self.begun.elapsed()),
                clock(left)
            );
        }
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

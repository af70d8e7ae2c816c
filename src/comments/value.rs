//! Data without a shape: what a database, a file or a server gives back before it is believed.
//!
//! Deliberately absent: reading and writing JSON, which the browser does by itself.

/// A value as JSON knows them.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// `null`, and whatever JSON has no word for.
    #[default]
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Fields by name, in their order.
    Table(Vec<(String, Value)>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl Value {
    /// A table without fields.
    pub fn table() -> Self {
        Self::Table(Vec::new())
    }

    /// A table with one more field.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.set(name, value);
        self
    }

    /// The field of that name; nothing where there is none, or where this is no table.
    pub fn get(&self, name: &str) -> &Value {
        const NOTHING: &Value = &Value::Nothing;
        match self {
            Self::Table(fields) => fields.iter().find(|field| field.0 == name).map_or(NOTHING, |field| &field.1),
            _ => NOTHING,
        }
    }

    /// Sets a field of a table.
    pub fn set(&mut self, name: &str, value: Value) {
        if let Self::Table(fields) = self {
            match fields.iter_mut().find(|field| field.0 == name) {
                Some(field) => field.1 = value,
                None => fields.push((name.to_owned(), value)),
            }
        }
    }

    /// Whether this is nothing.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// The text that this is.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The text of a field; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).as_text().unwrap_or_default()
    }

    /// The number that this is.
    pub fn as_number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The whole number that this is, from zero up.
    pub fn as_count(&self) -> Option<u32> {
        let number = self.as_number()?;
        let count = number as u32;
        (f64::from(count) == number).then_some(count)
    }

    /// Whether a field is `true`.
    pub fn has(&self, name: &str) -> bool {
        matches!(self.get(name), Self::Flag(true))
    }

    /// What is in the list; nothing where this is none.
    pub fn items(&self) -> &[Value] {
        if let Self::List(items) = self { items } else { &[] }
    }
}

//! What happens in the comment box, and what is then to be done.
//!
//! Deliberately absent: deciding it.

use crate::comments::{
    Answer, Capabilities, Comment, DeliveryStatus, ExportFile, Failure, ImportError, ImportFile, ImportReport, Quote,
    Request, Sort,
};

/// A form in which a comment is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Form {
    /// For a comment that answers none.
    #[default]
    New,
    /// For an answer to this comment.
    Reply(String),
    /// For another text of this comment.
    Edit(String),
}

impl Form {
    /// The comment below which the form stands; empty for the main form.
    pub fn below(&self) -> &str {
        match self {
            Self::New => "",
            Self::Reply(id) | Self::Edit(id) => id,
        }
    }
}

/// What the reader submits.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Submitted {
    /// In which form.
    pub form: Form,
    /// The name in it.
    pub author: String,
    /// The text in it.
    pub text: String,
    /// An id that nothing else has.
    pub id: String,
    /// When, in milliseconds since 1970, UTC.
    pub now: f64,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The store is there, and the article has these sections.
    Opened(Capabilities, Vec<String>),
    /// These drafts were kept.
    DraftsFound(Vec<Comment>),
    /// The box came near what the reader sees.
    CameNear,
    /// The address names something else.
    AddressChanged(String),
    /// The reader chose an order.
    SortChosen(Sort),
    /// The reader asked for more comments.
    MoreAsked,
    /// The reader asked for all answers to a comment.
    RepliesAsked(String),
    /// The reader chose a passage of the article to write about.
    QuoteTaken(Quote),
    /// The reader does not write about the passage any more.
    QuoteDropped,
    /// The reader asked for a form.
    FormAsked(Form),
    /// The reader left the form that was open.
    FormLeft,
    /// The reader typed, and the form has this text now.
    Typed(Form, String),
    /// The reader paused while the form had this text.
    Paused(Form, String),
    /// The reader submitted a form.
    Submitted(Submitted),
    /// The reader likes a comment, or no longer.
    LikeAsked(String),
    /// The reader takes a comment away.
    RemoveAsked(String),
    /// The reader reports a comment, or wants to see it again.
    ReportAsked(String),
    /// The reader wants a comment sent again.
    ResendAsked(String),
    /// The reader takes the last deed back.
    UndoAsked,
    /// The deed of that turn can no longer be taken back.
    UndoEnded(u32),
    /// The reader leaves the page, or wants nothing back.
    Left,
    /// The reader wants a file.
    ExportAsked,
    /// The reader chose a file.
    FileChosen(Result<ImportFile, ImportError>),
    /// Comments changed in another window.
    ChangedElsewhere,
    /// What waits may be sent now.
    MayBeSent,
    /// The store answered.
    Answered(Box<Request>, Box<Result<Answer, Failure>>),
}

/// What is said to the reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The comment is there, and where it stands.
    Posted(DeliveryStatus),
    /// So many comments that waited have arrived.
    Sent(usize),
    /// The comment was changed.
    Edited,
    /// The comment was taken away.
    Removed,
    /// What was done is taken back.
    Undone,
    /// The comment is hidden.
    Hidden,
    /// So many comments are shown.
    Shown(usize),
    /// There is nothing in the form.
    Empty,
    /// The text is too short; the least number of characters.
    TooShort(usize),
    /// The text is too long by so many characters.
    TooLong(usize),
    /// The name is too long.
    NameTooLong,
    /// The server counts no like of this reader.
    NotLiked,
    /// The comment that the address names is not there.
    NotThere,
    /// What became of a file's comments.
    Imported(ImportReport),
    /// Why a file brought nothing in.
    NotImported(ImportError),
}

/// What is wrong, for as long as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A store could not do what was asked; whether it was to keep something.
    Failed(Failure, bool),
    /// So many records could not be read and are set aside.
    Aside(usize),
    /// So many records are of a newer version of the page.
    Newer(usize),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the store.
    Ask(Box<Request>),
    /// Show the comments as they are now.
    Show,
    /// Open a form with a text, or none.
    Open(Form, String),
    /// Close the form that is below a comment.
    Close,
    /// Empty the main form, unless the reader has gone on writing since these words were sent.
    Empty(String),
    /// Put a draft into the main form, unless the reader is writing there already.
    Fill(String),
    /// Show the passage that is written about.
    ShowQuote(Option<Quote>),
    /// Say how many characters are left; nothing while there are many.
    ShowLeft(Form, Option<usize>),
    /// Keep what is being written in a form.
    Keep(Form, Box<Comment>),
    /// Say something.
    Say(Said),
    /// Say what is wrong, or that nothing is any more.
    Warn(Option<Trouble>),
    /// Offer to take back the deed of this turn.
    OfferUndo(Said, u32),
    /// Offer it no longer.
    EndUndo,
    /// Move the focus to a comment.
    GoTo(String),
    /// Move the focus to the main form.
    GoToForm,
    /// Show how many comments there are on each section, and whether there may be more.
    ShowCounts(Vec<(String, usize)>, bool),
    /// Remember the reader's name.
    RememberName(String),
    /// Ask the browser to keep what is stored.
    Persist,
    /// Tell other windows that comments have changed.
    Tell,
    /// Give the reader a file.
    Save(ExportFile),
    /// Try again later to send what waits.
    TryLater,
}

//! What can be named and cannot exist.

use std::convert::Infallible;
use std::marker::PhantomData;
use std::ops::Deref;

/// A value that is never made, of any type.
#[derive(Debug)]
pub struct Never<T: ?Sized> {
    never: Infallible,
    of: PhantomData<T>,
}

impl<T: ?Sized> Deref for Never<T> {
    type Target = T;
    fn deref(&self) -> &T {
        match self.never {}
    }
}

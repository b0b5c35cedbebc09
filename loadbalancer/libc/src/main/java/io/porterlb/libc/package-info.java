/// Calls of the C library ([Libc]), their errors ([SystemCallException]), and the structures that go with
/// them. All are for the thread of one arena.
package io.porterlb.libc;

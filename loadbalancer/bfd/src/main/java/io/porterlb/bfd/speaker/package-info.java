/// Live sessions: the machine, its timers and its sockets on one event loop. [SessionTable] takes the whole
/// wanted set of sessions and finds the one that a packet belongs to.
package io.porterlb.bfd.speaker;

/// What a person writes, as values: the arguments of `speak` and its input lines. A text that is none of what is wanted
/// is a value too, with a sentence that says what to write. [RouteText] has the routes, [PeerText] the peers, and
/// [InputLine] the lines of the standard input.
package io.porterlb.porterctl.speak.text;

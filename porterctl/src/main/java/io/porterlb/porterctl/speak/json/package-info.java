/// What `speak` says: one JSON object a line. [EventOutput] is the way out, [EventLine] one line, and the others turn a
/// piece of what the speaker reports into JSON.
package io.porterlb.porterctl.speak.json;

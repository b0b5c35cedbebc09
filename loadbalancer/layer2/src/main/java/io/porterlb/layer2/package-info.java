/// The whole interface of the library: [Layer2Speaker] is told for which addresses to answer ([Answer]) and
/// says how each of them is ([AnswerStatus]); [LinkTableWatch] tells which network interfaces there are.
package io.porterlb.layer2;

/// The whole API: [BfdSpeaker] keeps the sessions that [BfdSessionConfig]s name, says how each is by a
/// [BfdSessionStatus], and tells a [BfdListener] when one comes up or goes down.
package io.porterlb.bfd;

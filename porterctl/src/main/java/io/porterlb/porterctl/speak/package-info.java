/// The verb `speak`: the BGP library from the command line, without Kubernetes. [SpeakCommand] has the options, which
/// become [SpeakSettings]; [Speaking] is the run. Texts are read in `text`, and what happens goes out by `json`.
package io.porterlb.porterctl.speak;

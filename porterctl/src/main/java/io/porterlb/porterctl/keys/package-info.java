/// The verb `rotate-keys`: agents sign what they say to each other with another key, without a gap. [RotateKeysCommand]
/// has the options, [Rotation] goes through the steps, which [io.porterlb.kube.AgentKeys] knows.
package io.porterlb.porterctl.keys;

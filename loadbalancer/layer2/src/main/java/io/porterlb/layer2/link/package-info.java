/// Which network interface an address belongs to: the interfaces of this machine as a value ([LinkTable]), the
/// one that is asked for ([Selector]), and the decision ([DeviceChooser]). Pure:
/// [io.porterlb.layer2.LinkTableWatch] reads the table from the kernel.
package io.porterlb.layer2.link;

/// The verb `uninstall`: takes PorterLB out of a cluster. [UninstallCommand] has the options, which become
/// [UninstallSettings]; [Steps] says in which order what goes, and [Uninstall] goes through them. Each [Step] finds
/// what there is to do in the cluster itself, so that a run may be ended at any point and begun again.
package io.porterlb.porterctl.uninstall;

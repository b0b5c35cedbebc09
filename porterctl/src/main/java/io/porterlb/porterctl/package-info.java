/// The program: [Porterctl] finds the verb. Each verb is a package of its own, and none knows another.
package io.porterlb.porterctl;

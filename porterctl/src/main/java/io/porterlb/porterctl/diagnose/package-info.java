/// The verb diagnose: what is wrong, a line each.
package io.porterlb.porterctl.diagnose;

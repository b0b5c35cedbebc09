/// Options that several verbs have.
package io.porterlb.porterctl.options;

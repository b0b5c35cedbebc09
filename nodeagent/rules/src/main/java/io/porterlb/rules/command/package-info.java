/// Programs to run, as values.
package io.porterlb.rules.command;

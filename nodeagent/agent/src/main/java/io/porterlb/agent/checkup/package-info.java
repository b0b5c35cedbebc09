/// What is wrong with the node, for whoever asks: the document `/checkup`.
package io.porterlb.agent.checkup;

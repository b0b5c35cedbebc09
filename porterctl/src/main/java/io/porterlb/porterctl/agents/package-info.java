/// What verbs share that ask the agents: [AgentOptions] and a [Round] of questions.
package io.porterlb.porterctl.agents;

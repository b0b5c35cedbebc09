/// What agents say when they are asked: [NodeAnnouncements] and [NodeFindings], as JSON of their own. The agent writes
/// it, and [io.porterlb.kube.Agents] reads it through the API server.
package io.porterlb.kube.agents;

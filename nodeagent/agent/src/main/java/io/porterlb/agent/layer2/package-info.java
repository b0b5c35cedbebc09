/// The node's part in answering for addresses by ARP and Neighbor Discovery: what the plan says goes to the library
/// that
/// decides which node has which address, and what this node has goes to the library that answers. Begin at
/// [Layer2][io.porterlb.agent.layer2.Layer2].
package io.porterlb.agent.layer2;

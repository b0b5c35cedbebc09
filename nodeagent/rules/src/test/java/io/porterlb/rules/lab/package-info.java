/// A node between a router and a Pod, with firewalls and kube-proxy's rules as they are found on nodes.
package io.porterlb.rules.lab;

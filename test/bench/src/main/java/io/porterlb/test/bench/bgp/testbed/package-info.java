/// The network of the benchmark, and what everybody in it is called.
package io.porterlb.test.bench.bgp.testbed;

/// How long an address of Layer 2 is without an answer, and what its clients lose, when something happens to the node
/// that
/// answers for it: [FailoverBench], row by row ([Row]).
package io.porterlb.test.bench.failover;

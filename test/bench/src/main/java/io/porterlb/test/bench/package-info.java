/// The program behind `hack/bench`: [Bench] runs each [Benchmark] that is asked for.
package io.porterlb.test.bench;

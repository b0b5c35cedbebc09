/// What a run found: [Figure], as a [Table] for people and as a [BenchFile] for programs.
package io.porterlb.test.bench.report;

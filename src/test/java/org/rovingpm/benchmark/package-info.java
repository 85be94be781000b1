/** The benchmark: fills a database to a size and shows how fast the scheme is there. Run by {@code mvn verify -Pbenchmark}. */
package org.rovingpm.benchmark;

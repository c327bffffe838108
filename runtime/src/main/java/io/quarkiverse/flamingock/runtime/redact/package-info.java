/**
 * Takes secrets out of texts that drivers, servers and applications wrote: one finder for each way in which secrets come to
 * stand in them. Each reads the text as it was, a bounded number of times, and hides what it finds; what several hide is
 * hidden once.
 */
package io.quarkiverse.flamingock.runtime.redact;

/**
 * What the engine needs of the process that it runs in, of the framework and of the technologies: passed in, never looked for.
 */
package io.quarkiverse.flamingock.runtime.engine.port;

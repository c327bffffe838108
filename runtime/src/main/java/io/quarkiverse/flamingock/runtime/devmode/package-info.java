/**
 * What a start does otherwise in dev mode: it goes on where Flamingock would stop it, so that its problem can be shown and
 * mended while the application runs. No other start loads a class of it.
 */
package io.quarkiverse.flamingock.runtime.devmode;

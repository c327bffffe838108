package org.acme.settings;

/**
 * The code of a change, to be given settings.
 */
@FunctionalInterface
interface SettingsWork {

    void run(Settings settings) throws Exception;
}

package org.acme.flags

import jakarta.inject.Singleton

import org.eclipse.microprofile.config.inject.ConfigProperty

/** What the changes ask CDI for. */
@Singleton
class Flags {

    final List<String> names = ['checkout', 'search']

    @ConfigProperty(name = 'flags.fail')
    boolean fail
}

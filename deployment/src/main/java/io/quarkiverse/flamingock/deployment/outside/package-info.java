/**
 * What a transactional change can do outside of its transaction, as far as the build can see it: clients of other systems that
 * it is given, that its beans hold, and that the code it calls uses.
 */
package io.quarkiverse.flamingock.deployment.outside;

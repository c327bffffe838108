/**
 * What a change reaches outside of itself, as far as the build can see it. What a transactional change can do outside of its
 * transaction: clients of other systems that it is given, that its beans hold, and that the code it calls uses. And what a
 * change can use before it is there.
 */
package io.quarkiverse.flamingock.deployment.outside;

/**
 * The contract suites: what every implementation of the SPI does, whatever the technology. A test class extends the suite of
 * what
 * it tests, and gives it what its abstract methods ask for; the tests are inherited, and JUnit runs them with those that the
 * class
 * adds. An implementation is done when its suites are green.
 * <p>
 * An {@link io.quarkiverse.flamingock.spi.AuditStore} is held to {@link AuditStoreContract}, the
 * {@link io.quarkiverse.flamingock.spi.LeaseLock} beside it to {@link LeaseLockContract}, and a
 * {@link io.quarkiverse.flamingock.spi.ChangeTarget} to {@link TargetSystemContract} or, where it has no transactions, to
 * {@link NonTransactionalTargetSystemContract}.
 */
package io.quarkiverse.flamingock.test.contract;

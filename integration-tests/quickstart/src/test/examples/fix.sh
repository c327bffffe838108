java -Dquarkus.flamingock.fix.change-id=announce-checkout \
     -Dquarkus.flamingock.fix.resolution=ROLLED_BACK \
     -Dquarkus.flamingock.fix.reason="no letter in the log" \
     -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar

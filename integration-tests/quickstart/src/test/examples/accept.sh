java -Dquarkus.flamingock.accept.change-id=add-products \
     -Dquarkus.flamingock.accept.reason="the same rows, in one statement" \
     -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar

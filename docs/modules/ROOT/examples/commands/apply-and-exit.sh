QUARKUS_INIT_AND_EXIT=true java -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar

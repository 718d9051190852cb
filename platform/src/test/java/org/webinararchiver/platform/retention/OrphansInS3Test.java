package org.webinararchiver.platform.retention;

import io.quarkus.test.common.QuarkusTestResource;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.testservices.ObjectStorageResource;

/** Orphans in a bucket. */
@PlatformTest
@QuarkusTestResource(value = ObjectStorageResource.class, restrictToAnnotatedClass = true)
class OrphansInS3Test extends OrphansContract {}

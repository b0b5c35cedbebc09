/// What nodes say to each other, as values.
package io.porterlb.ownership.message;

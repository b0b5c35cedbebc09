/// The whole interface of the library; start at [io.porterlb.ownership.OwnershipNode].
package io.porterlb.ownership;
